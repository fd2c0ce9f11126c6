/** The pages of pay: statements, and budget lines planned beside spent. */
@NullMarked
package dev.holdfast.portal.web.pay;

import org.jspecify.annotations.NullMarked;
