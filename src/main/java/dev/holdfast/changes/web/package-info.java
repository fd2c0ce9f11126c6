/** Changes, the gate, builds and deployments over HTTP. */
@NullMarked
package dev.holdfast.changes.web;

import org.jspecify.annotations.NullMarked;
