package dev.holdfast.catalogue;

/** A choice that documents spell otherwise than its name in lower case with hyphens. */
public interface Spelled {

    String spelling();
}
