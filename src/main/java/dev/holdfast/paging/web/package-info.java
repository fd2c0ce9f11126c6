/** What paging says over HTTP: the suppressed callouts, and the page behind the link that acknowledges. */
@NullMarked
package dev.holdfast.paging.web;

import org.jspecify.annotations.NullMarked;
