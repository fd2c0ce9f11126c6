package dev.holdfast.remuneration;

import dev.holdfast.quantities.Because;
import java.util.List;

/** Why a line is as it is: what decided is kept, and put into words when somebody asks. */
@FunctionalInterface
public interface Why {

    List<Because> sentences();
}
