@NullMarked
package dev.holdfast.handover.web;

import org.jspecify.annotations.NullMarked;
