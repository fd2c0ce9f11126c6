@NullMarked
package dev.holdfast.readiness.web;

import org.jspecify.annotations.NullMarked;
