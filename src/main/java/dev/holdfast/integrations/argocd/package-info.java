/** Argo CD's notifications, by our template or the examples. */
@NullMarked
package dev.holdfast.integrations.argocd;

import org.jspecify.annotations.NullMarked;
