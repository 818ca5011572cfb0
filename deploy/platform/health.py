"""Says whether a service is alive and ready: `python -m deploy.platform.health 127.0.0.1:50051`."""

import sys

import grpc
from grpc_health.v1 import health_pb2, health_pb2_grpc


def main(address: str) -> int:
    """Prints both answers. Exit code 0 when the service is ready."""
    answers = {}
    with grpc.insecure_channel(address) as channel:
        for what in ("liveness", "readiness"):
            try:
                asked = health_pb2.HealthCheckRequest(service=what)
                status = health_pb2_grpc.HealthStub(channel).Check(asked, timeout=2.0).status
                answers[what] = health_pb2.HealthCheckResponse.ServingStatus.Name(status)
            except grpc.RpcError as error:
                answers[what] = error.code().name
    for what, answer in answers.items():
        print(f"{what}: {answer}")
    return 0 if answers["readiness"] == "SERVING" else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
