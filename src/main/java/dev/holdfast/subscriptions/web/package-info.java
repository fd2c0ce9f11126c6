@NullMarked
package dev.holdfast.subscriptions.web;

import org.jspecify.annotations.NullMarked;
