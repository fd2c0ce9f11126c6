/** SCIM 2.0 (RFC 7643): people and groups of an identity provider, as JSON. */
@NullMarked
package dev.holdfast.integrations.scim;

import org.jspecify.annotations.NullMarked;
