// Reads manifests and says which pods Kubernetes would not let into a namespace that enforces `restricted`.
// The verdict is that of the API server's own admission code. Exit code 1 when there is such a pod, or none at all.
package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"

	appsv1 "k8s.io/api/apps/v1"
	batchv1 "k8s.io/api/batch/v1"
	corev1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/util/yaml"
	"k8s.io/pod-security-admission/api"
	"k8s.io/pod-security-admission/policy"
	sigyaml "sigs.k8s.io/yaml"
)

func main() {
	evaluator, err := policy.NewEvaluator(policy.DefaultChecks(), nil)
	if err != nil {
		fail(err)
	}
	level := api.LevelVersion{Level: api.LevelRestricted, Version: api.LatestVersion()}
	documents := yaml.NewYAMLReader(bufio.NewReader(os.Stdin))
	pods, refused := 0, 0
	for {
		document, err := documents.Read()
		if errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			fail(err)
		}
		name, pod, err := podOf(document)
		if err != nil {
			fail(err)
		} else if pod == nil {
			continue
		}
		pods++
		result := policy.AggregateCheckResults(evaluator.EvaluatePod(level, &pod.ObjectMeta, &pod.Spec))
		if !result.Allowed {
			refused++
			fmt.Fprintf(os.Stderr, "%s is not restricted: %s\n", name, result.ForbiddenDetail())
		}
	}
	if pods == 0 {
		fail(errors.New("there are no pods in it"))
	} else if refused > 0 {
		os.Exit(1)
	}
}

// podOf gives the pods that a document makes: nil if it makes none.
func podOf(document []byte) (string, *corev1.PodTemplateSpec, error) {
	var kind struct {
		metav1.TypeMeta   `json:",inline"`
		metav1.ObjectMeta `json:"metadata"`
	}
	if err := sigyaml.Unmarshal(document, &kind); err != nil {
		return "", nil, err
	}
	name := kind.Kind + " " + kind.Name
	switch kind.Kind {
	case "StatefulSet":
		var made appsv1.StatefulSet
		return name, &made.Spec.Template, sigyaml.Unmarshal(document, &made)
	case "Deployment":
		var made appsv1.Deployment
		return name, &made.Spec.Template, sigyaml.Unmarshal(document, &made)
	case "DaemonSet":
		var made appsv1.DaemonSet
		return name, &made.Spec.Template, sigyaml.Unmarshal(document, &made)
	case "Job":
		var made batchv1.Job
		return name, &made.Spec.Template, sigyaml.Unmarshal(document, &made)
	case "CronJob":
		var made batchv1.CronJob
		return name, &made.Spec.JobTemplate.Spec.Template, sigyaml.Unmarshal(document, &made)
	case "Pod":
		var made corev1.Pod
		err := sigyaml.Unmarshal(document, &made)
		return name, &corev1.PodTemplateSpec{ObjectMeta: made.ObjectMeta, Spec: made.Spec}, err
	}
	return name, nil, nil
}

func fail(err error) {
	fmt.Fprintln(os.Stderr, err)
	os.Exit(1)
}
