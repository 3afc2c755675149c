"""Answers, from AWS's published service models, what a request looks like and which members a response may have.

Reads one JSON object from standard input: {"requests": [{"service", "operation", "params"}], "responses": [{"service", "operation",
"body"}]}. Writes {"requests": [{"method", "path", "body", "target"}], "responses": [[unknown members]]}.
"""
import json
import sys

import botocore.session
from botocore import serialize
from botocore.awsrequest import prepare_request_dict

SESSION = botocore.session.get_session()


def serialized(service, operation, params):
    model = SESSION.get_service_model(service)
    serializer = serialize.create_serializer(model.metadata["protocol"], include_validation=True)
    request = serializer.serialize_to_request(params, model.operation_model(operation))
    prepare_request_dict(request, "https://example.amazonaws.com")
    body = request["body"]
    if isinstance(body, dict):
        body = "&".join(f"{key}={value}" for key, value in body.items())
    if isinstance(body, bytes):
        body = body.decode()
    return {
        "method": request["method"],
        "path": request["url"].removeprefix("https://example.amazonaws.com"),
        "body": body,
        "target": request["headers"].get("X-Amz-Target"),
    }


def unknown(shape, value, path):
    if shape.type_name == "structure" and isinstance(value, dict):
        names = {member.serialization.get("name", name): member for name, member in shape.members.items()}
        for name, child in value.items():
            if name not in names:
                yield f"{path}.{name}"
            else:
                yield from unknown(names[name], child, f"{path}.{name}")
    elif shape.type_name == "list" and isinstance(value, list):
        for child in value:
            yield from unknown(shape.member, child, f"{path}[]")
    elif shape.type_name == "map" and isinstance(value, dict):
        for child in value.values():
            yield from unknown(shape.value, child, f"{path}.*")
    elif {"string": str, "boolean": bool, "integer": int, "long": int, "timestamp": object, "double": (int, float)}.get(
            shape.type_name, ()) and not isinstance(value, {"string": str, "boolean": bool, "integer": int, "long": int,
                                                           "timestamp": object, "double": (int, float)}[shape.type_name]):
        yield f"{path}: {type(value).__name__}"
    elif getattr(shape, "enum", None) and value not in shape.enum:
        yield f"{path}: {value}"


def response_problems(service, operation, body):
    shape = SESSION.get_service_model(service).operation_model(operation).output_shape
    return list(unknown(shape, body, operation)) if shape else (["a body"] if body else [])


asked = json.load(sys.stdin)
json.dump({
    "requests": [serialized(**request) for request in asked.get("requests", [])],
    "responses": [response_problems(**response) for response in asked.get("responses", [])],
}, sys.stdout)
