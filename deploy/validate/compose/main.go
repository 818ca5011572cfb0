// Says what Docker Compose would say of a compose file before it starts anything: unknown fields, wrong types,
// services, volumes and networks that are named but not there. By Compose's own loader.
package main

import (
	"context"
	"fmt"
	"os"

	"github.com/compose-spec/compose-go/v2/cli"
)

func main() {
	if err := check(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func check(files []string) error {
	options, err := cli.NewProjectOptions(files)
	if err != nil {
		return err
	}
	_, err = options.LoadProject(context.Background())
	return err
}
