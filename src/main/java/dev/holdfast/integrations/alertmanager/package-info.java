/** The Alertmanager webhook, version 4. */
@NullMarked
package dev.holdfast.integrations.alertmanager;

import org.jspecify.annotations.NullMarked;
