package dev.holdfast.access;

import dev.holdfast.http.BaseUrl;
import dev.holdfast.http.Forbidden;
import dev.holdfast.http.Malformed;
import dev.holdfast.http.Problems;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Which doors are open, and what every answer says to browsers. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    private static final String CONTENT_POLICY =
            "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self';"
                    + " object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    /** What needs no account: senders have their keys, woken people their signed links. No query is made for them. */
    private static final String[] OPEN = {
        "/v2/**", "/hooks/**", "/opsgenie/**", "/a/**", "/t/**", "/feeds/**", "/css/**", "/js/**", "/fonts/**", "/*.svg", "/favicon.ico",
        "/static/**", "/actuator/health/**"
    };

    private static final String[] BEFORE_SIGN_IN = {
        "/sign-in", "/sign-in/oidc", "/sign-in/oidc/return", "/welcome/**", "/invitations/**", "/openapi.json", "/packs/key",
        "/.well-known/holdfast-keys", "/error"
    };

    @Bean
    @Order(1)
    SecurityFilterChain open(HttpSecurity http, BaseUrl baseUrl) throws Exception {
        return lean(http.securityMatcher(OPEN), baseUrl)
                .csrf(AbstractHttpConfigurer::disable)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain guarded(
            HttpSecurity http,
            BaseUrl baseUrl,
            CsrfTokens csrfTokens,
            Tokens tokens,
            Sessions sessions,
            ObjectProvider<Standings> standings,
            Idempotency idempotency,
            Problems problems,
            Clock clock)
            throws Exception {
        var entrance = new Entrance(tokens, sessions, standings, clock, problems);
        return lean(http, baseUrl)
                .csrf(csrf -> csrf.csrfTokenRepository(csrfTokens)
                        .ignoringRequestMatchers(request -> cannotBeForged(request, sessions)))
                .addFilterBefore(entrance, CsrfFilter.class)
                .addFilterAfter(new MetricsDoor(problems), AuthorizationFilter.class)
                .addFilterAfter(idempotency.filter(), MetricsDoor.class)
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(
                                DispatcherType.ERROR, DispatcherType.FORWARD, DispatcherType.ASYNC)
                        .permitAll()
                        .requestMatchers(BEFORE_SIGN_IN)
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .exceptionHandling(it -> it.authenticationEntryPoint(entryPoint(problems)).accessDeniedHandler(denied(problems)))
                .build();
    }

    /** A browser adds neither a token nor, where it has none, a session by itself. */
    private static boolean cannotBeForged(HttpServletRequest request, Sessions sessions) {
        return Entrance.hasToken(request)
                || Problems.isForPrograms(request) && sessions.secret(request).isEmpty();
    }

    /** NUL in a parameter is refused before anybody reads it. */
    @Bean
    StrictHttpFirewall firewall() {
        var firewall = new StrictHttpFirewall();
        firewall.setAllowedParameterValues(value -> value.indexOf('\0') < 0);
        return firewall;
    }

    @Bean
    RequestRejectedHandler rejected(Problems problems) {
        return (request, response, why) -> {
            if (Problems.isForPrograms(request)) {
                problems.write(response, new Malformed("This request cannot be read."));
            } else {
                response.sendError(400);
            }
        };
    }

    /** Nobody signs in by Spring's own users. */
    @Bean
    UserDetailsService noUsersOfItsOwn() {
        return name -> {
            throw new UsernameNotFoundException(name);
        };
    }

    private static HttpSecurity lean(HttpSecurity http, BaseUrl baseUrl) throws Exception {
        RequestMatcher always = request -> baseUrl.isProtected();
        return http.sessionManagement(it -> it.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .anonymous(it -> {})
                .headers(headers -> headers.contentSecurityPolicy(it -> it.policyDirectives(CONTENT_POLICY))
                        .referrerPolicy(it -> it.policy(ReferrerPolicy.SAME_ORIGIN))
                        .httpStrictTransportSecurity(it -> it.requestMatcher(always)));
    }

    private static AuthenticationEntryPoint entryPoint(Problems problems) {
        return (request, response, why) -> {
            if (Problems.isForPrograms(request)) {
                response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
                problems.write(response, 401, "This needs a token: Authorization: Bearer hf_…");
            } else {
                response.sendRedirect("/sign-in" + wanted(request));
            }
        };
    }

    private static String wanted(HttpServletRequest request) {
        if (!"GET".equals(request.getMethod()) || request.getRequestURI().equals("/")) {
            return "";
        }
        var query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        return "?next=" + URLEncoder.encode(request.getRequestURI() + query, StandardCharsets.UTF_8);
    }

    private static AccessDeniedHandler denied(Problems problems) {
        return (request, response, why) -> {
            if (Problems.isForPrograms(request)) {
                problems.write(response, new Forbidden("This may not be done so: " + why.getMessage()));
            } else {
                response.sendError(403);
            }
        };
    }
}
