/** GitLab's webhooks: deployments, pushes, pipelines and jobs. */
@NullMarked
package dev.holdfast.integrations.gitlab;

import org.jspecify.annotations.NullMarked;
