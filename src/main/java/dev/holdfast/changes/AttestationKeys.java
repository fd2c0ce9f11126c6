package dev.holdfast.changes;

import java.util.Map;
import org.springframework.stereotype.Service;

/** What anybody needs to check what the gate signed. */
@Service
public class AttestationKeys {

    private final Attestations attestations;

    AttestationKeys(Attestations attestations) {
        this.attestations = attestations;
    }

    /** A JSON Web Key Set. */
    public Map<String, Object> published() {
        return attestations.keys();
    }
}
