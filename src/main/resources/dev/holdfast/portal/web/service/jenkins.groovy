// Jenkinsfile, with the token as the credential holdfast-token
stage('Deploy to production') {
  environment {
    HOLDFAST_TOKEN = credentials('holdfast-token')
    VERSION = "${env.GIT_COMMIT}"
    DEPLOYER = "${env.BUILD_USER_ID ?: 'jenkins'}"
    DEPLOYMENT = "${env.BUILD_TAG}"
  }
  steps {
    sh '''
      {ask}
    '''
    script {
      try {
        sh './deploy.sh'
        env.STATUS = 'succeeded'
      } catch (failed) {
        env.STATUS = 'failed'
        throw failed
      } finally {
        sh '''
          {tell}
        '''
      }
    }
  }
}
