package dev.holdfast.access;

import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Reads how people sign in. What is wrong there stopped the start before. */
@Configuration(proxyBeanMethods = false)
class SignInConfiguration {

    @Bean
    SignInSettings signInSettings(Environment environment) {
        return SignInSettings.from(name -> environment.getProperty("holdfast." + name.toLowerCase(Locale.ROOT).replace('_', '-')));
    }
}
