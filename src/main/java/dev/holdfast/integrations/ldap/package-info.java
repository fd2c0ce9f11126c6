/** A directory (RFC 2849): people and groups as LDIF. */
@NullMarked
package dev.holdfast.integrations.ldap;

import org.jspecify.annotations.NullMarked;
