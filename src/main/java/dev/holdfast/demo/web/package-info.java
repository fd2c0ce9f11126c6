/** Where the demo's phones ring, and what they show. */
@NullMarked
package dev.holdfast.demo.web;

import org.jspecify.annotations.NullMarked;
