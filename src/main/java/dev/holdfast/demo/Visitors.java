package dev.holdfast.demo;

import dev.holdfast.access.Accounts;
import java.security.SecureRandom;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Accounts for who looks around: a developer on call, the head of product, an incident manager, a change manager. */
@Component
class Visitors {

    static final List<String> NAMES = List.of("ann", "pat", "ida", "cora");

    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";
    private static final int LENGTH = 16;

    private final Accounts accounts;
    private final SecureRandom random = new SecureRandom();

    Visitors(Accounts accounts) {
        this.accounts = accounts;
    }

    /** Lets each of them in with one password, made here and kept nowhere; answers it. */
    String welcome() {
        var password = random.ints(LENGTH, 0, LETTERS.length()).mapToObj(at -> "" + LETTERS.charAt(at)).collect(Collectors.joining());
        NAMES.forEach(name -> accounts.accept(accounts.invite(name, Story.TELLER), name, password));
        return password;
    }
}
