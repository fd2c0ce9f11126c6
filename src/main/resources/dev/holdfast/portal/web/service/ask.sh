curl --fail-with-body --silent --show-error --max-time 70 \
  -H "Authorization: Bearer $HOLDFAST_TOKEN" -H "Content-Type: application/json" \
  -d '{"service": "{service}", "version": "'"$VERSION"'", "environment": "production",
       "deployer": "'"$DEPLOYER"'", "waitSeconds": 55}' \
  {address}/api/v1/deployments/gate
