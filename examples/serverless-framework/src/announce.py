def handler(event, context):
    return [record["dynamodb"]["Keys"]["id"]["S"] for record in event["Records"]]
