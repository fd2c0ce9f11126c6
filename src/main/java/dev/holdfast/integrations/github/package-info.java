/** GitHub's webhooks: deployments, pushes and workflows. */
@NullMarked
package dev.holdfast.integrations.github;

import org.jspecify.annotations.NullMarked;
