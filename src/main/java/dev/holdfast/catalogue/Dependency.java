package dev.holdfast.catalogue;

import org.jspecify.annotations.Nullable;

/** That a service needs another service, or a third party: exactly one of them. */
public record Dependency(@Nullable ServiceName service, @Nullable String thirdParty, Softening via) {

    public Dependency {
        if ((service == null) == (thirdParty == null)) {
            throw new IllegalArgumentException("A dependency names a service or a third party");
        }
    }

    public boolean isHard() {
        return via == Softening.HARD;
    }
}
