package dev.holdfast.access;

import dev.holdfast.http.BaseUrl;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps the environment's token, and prints the address that makes the first administrator while there is none. */
@Component
class FirstStart {

    private static final Logger LOG = LoggerFactory.getLogger(FirstStart.class);
    private static final Pattern TOKEN = Pattern.compile("hf_[\\x21-\\x7e]{29,}");

    private final Accounts accounts;
    private final Tokens tokens;
    private final BaseUrl baseUrl;
    private final String automation;

    FirstStart(Accounts accounts, Tokens tokens, BaseUrl baseUrl, @Value("${holdfast.admin-token:}") String automation) {
        if (!automation.isBlank() && !TOKEN.matcher(automation).matches()) {
            throw new IllegalStateException("HOLDFAST_ADMIN_TOKEN needs 32 characters or more and begins with hf_.");
        }
        this.accounts = accounts;
        this.tokens = tokens;
        this.baseUrl = baseUrl;
        this.automation = automation;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        if (!automation.isBlank()) {
            tokens.keepAutomation(automation);
        }
        if (accounts.areLocal() && !accounts.anybody()) {
            LOG.info("Nobody can sign in yet. Open this address within a day to become the administrator: {}", baseUrl.of("/welcome/" + accounts.welcome()));
        }
    }
}
