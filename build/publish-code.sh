#!/usr/bin/env bash
# Copies the deployment packages in FOLDER to the bucket PREFIX-REGION of each region, under the keys that macro-template.yml reads with
# CodeBucketPrefix: datadog-macro/VERSION/macro-lambda-ARCHITECTURE.zip. An object that exists is never replaced.
#
# usage: build/publish-code.sh PREFIX FOLDER      REGIONS="…" overrides the list of regions
set -euo pipefail
cd "$(dirname "$0")/.."

fail() { echo "publish-code.sh: $*" >&2; exit 1; }

(($# == 2)) || fail "usage: build/publish-code.sh PREFIX FOLDER"
readonly prefix=$1 folder=$2
version=$(sed -n 's|.*<Version>\(.*\)</Version>.*|\1|p' Directory.Build.props)
regions=${REGIONS:-$(aws ec2 describe-regions --query 'Regions[].RegionName' --output text)}

# The header If-None-Match makes S3 refuse to replace an object: https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes.html
put() {
  local bucket=$1 region=$2 key=$3 file=$4 answer
  if answer=$(aws s3api put-object --region "$region" --bucket "$bucket" --key "$key" --body "$file" --if-none-match '*' 2>&1); then
    echo "s3://$bucket/$key"
  elif [[ $answer == *PreconditionFailed* ]]; then
    echo "s3://$bucket/$key exists; unchanged"
  else
    echo "publish-code.sh: s3://$bucket/$key: $answer" >&2
    return 1
  fi
}

failed=0
for region in $regions; do
  for architecture in x86_64 arm64; do
    file=$folder/macro-lambda-$version-$architecture.zip
    [[ -f $file ]] || fail "there is no $file."
    put "$prefix-$region" "$region" "datadog-macro/$version/macro-lambda-$architecture.zip" "$file" || failed=1
  done
done
exit "$failed"
