curl --fail-with-body --silent --show-error --max-time 30 --retry 5 --retry-connrefused \
  -H "Authorization: Bearer $HOLDFAST_TOKEN" -H "Content-Type: application/json" \
  -d '{"id": "'"$DEPLOYMENT"'", "service": "{service}", "version": "'"$VERSION"'", "environment": "production",
       "deployer": "'"$DEPLOYER"'", "status": "'"$STATUS"'"}' \
  {address}/api/v1/deployments
