"""What the .proto files say is served."""

import importlib

from google.protobuf.descriptor import MethodDescriptor

from tests.shape.tree import files


def methods() -> dict[str, MethodDescriptor]:
    """Each rpc of each .proto, by its full name: "helhed.plans.v1.Plans/DraftPlan"."""
    found: dict[str, MethodDescriptor] = {}
    for name in files():
        if name.endswith(".proto"):
            module = importlib.import_module(name.removesuffix(".proto").replace("/", ".") + "_pb2")
            for service in module.DESCRIPTOR.services_by_name.values():
                found |= {f"{service.full_name}/{rpc.name}": rpc for rpc in service.methods}
    return found
