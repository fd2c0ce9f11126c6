@NullMarked
package dev.holdfast.throughput.web;

import org.jspecify.annotations.NullMarked;
