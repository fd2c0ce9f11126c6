/** The pages of teams, people, domains and third parties, and the lists of them. */
@NullMarked
package dev.holdfast.portal.web.groups;

import org.jspecify.annotations.NullMarked;
