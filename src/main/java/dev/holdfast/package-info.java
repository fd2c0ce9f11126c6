/** Holdfast: one Java process in which money at risk decides who is woken. Every package below is a module. */
@NullMarked
package dev.holdfast;

import org.jspecify.annotations.NullMarked;
