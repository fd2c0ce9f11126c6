package dev.holdfast.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** A real provider, Spring Authorization Server, in this process; what it says can be bent, and it can be away. */
public final class SignInProvider implements AutoCloseable {

    static final String CLIENT = "holdfast";
    static final String SECRET = "the secret of the client";
    static final String PASSWORD = "password at the provider";

    private static final Pattern ID_TOKEN = Pattern.compile("\"id_token\":\"([^\"]+)\"");

    private final ConfigurableApplicationContext server;
    private final int port;
    private final World world;

    /** Somebody at the provider; {@code details} are claims. */
    record Somebody(Map<String, Object> details) {}

    /** What can be changed while it runs. */
    static final class World {
        final Map<String, Somebody> people = new ConcurrentHashMap<>();
        volatile List<RSAKey> keys = List.of(key());
        volatile Consumer<JwtClaimsSet.Builder> claims = claims -> {};
        volatile UnaryOperator<String> idToken = UnaryOperator.identity();
        volatile boolean detailsApart;
        volatile boolean away;
    }

    private SignInProvider(ConfigurableApplicationContext server, int port, World world) {
        this.server = server;
        this.port = port;
        this.world = world;
    }

    /** Started on a free port, for a client that is called back at that address. */
    static SignInProvider start(String callback, String afterwards) {
        var port = freePort();
        var world = new World();
        var spring = new SpringApplication(Wiring.class);
        spring.setWebApplicationType(WebApplicationType.SERVLET);
        spring.setRegisterShutdownHook(false);
        spring.addInitializers(context -> {
            context.getBeanFactory().registerSingleton("world", world);
            context.getBeanFactory().registerSingleton("registration", registration(callback, afterwards));
        });
        var server = spring.run("--server.port=" + port, "--test.issuer=http://localhost:" + port, "--spring.config.location=optional:file:./none/");
        return new SignInProvider(server, port, world);
    }

    String issuer() {
        return "http://localhost:" + port;
    }

    World world() {
        return world;
    }

    /** Makes or changes somebody whose subject is that name. */
    void somebody(String name, Map<String, Object> details) {
        world.people.put(name, new Somebody(details));
    }

    void behave() {
        world.claims = claims -> {};
        world.idToken = UnaryOperator.identity();
        world.away = false;
        world.detailsApart = false;
    }

    static RSAKey key() {
        try {
            return new RSAKeyGenerator(2048).keyID(UUID.randomUUID().toString()).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.close();
    }

    private static RegisteredClient registration(String callback, String afterwards) {
        return RegisteredClient.withId("1")
                .clientId(CLIENT)
                .clientSecret("{noop}" + SECRET)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri(callback)
                .postLogoutRedirectUri(afterwards)
                .scopes(scopes -> scopes.addAll(List.of("openid", "profile", "email")))
                .clientSettings(ClientSettings.builder().requireProofKey(true).requireAuthorizationConsent(false).build())
                .tokenSettings(TokenSettings.builder().authorizationCodeTimeToLive(Duration.ofMinutes(5)).build())
                .build();
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** No configuration that a scan of packages would find. */
    @EnableWebSecurity
    @Import({TomcatServletWebServerAutoConfiguration.class, DispatcherServletAutoConfiguration.class})
    static class Wiring {

        @Bean
        @Order(1)
        SecurityFilterChain provider(HttpSecurity http, World world) throws Exception {
            return http.oauth2AuthorizationServer(server -> {
                        http.securityMatcher(server.getEndpointsMatcher());
                        server.oidc(oidc -> oidc.userInfoEndpoint(details -> details.userInfoMapper(asked -> {
                            var subject = asked.getAuthorization().getPrincipalName();
                            var claims = new HashMap<>(world.people.get(subject).details());
                            claims.put("sub", subject);
                            return new OidcUserInfo(claims);
                        })));
                    })
                    .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                    .exceptionHandling(it -> it.authenticationEntryPoint(new LoginUrlAuthenticationEntryPoint("/login")))
                    .build();
        }

        @Bean
        @Order(2)
        SecurityFilterChain everythingElse(HttpSecurity http) throws Exception {
            return http.csrf(AbstractHttpConfigurer::disable)
                    .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                    .formLogin(Customizer.withDefaults())
                    .build();
        }

        @Bean
        UserDetailsService users(World world) {
            return name -> {
                if (!world.people.containsKey(name)) throw new UsernameNotFoundException(name);
                return User.withUsername(name).password("{noop}" + PASSWORD).roles("user").build();
            };
        }

        @Bean
        RegisteredClientRepository clients(RegisteredClient registration) {
            return new InMemoryRegisteredClientRepository(registration);
        }

        @Bean
        AuthorizationServerSettings settings(org.springframework.core.env.Environment environment) {
            return AuthorizationServerSettings.builder().issuer(environment.getRequiredProperty("test.issuer")).build();
        }

        @Bean
        JWKSource<SecurityContext> keys(World world) {
            return (selector, context) -> selector.select(new JWKSet(List.copyOf(world.keys)));
        }

        @Bean
        JwtDecoder decoder(JWKSource<SecurityContext> keys) {
            return OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
        }

        @Bean
        OAuth2TokenCustomizer<JwtEncodingContext> claims(World world) {
            return context -> {
                if (!context.getTokenType().getValue().equals("id_token")) return;
                var details = world.people.get(context.getPrincipal().getName()).details();
                if (!world.detailsApart) details.forEach((name, value) -> context.getClaims().claim(name, value));
                world.claims.accept(context.getClaims());
            };
        }

        @Bean
        FilterRegistrationBean<Filter> bending(World world) {
            Filter filter = (request, response, chain) -> {
                var answer = (HttpServletResponse) response;
                if (world.away) {
                    answer.sendError(503);
                } else if (((HttpServletRequest) request).getRequestURI().equals("/oauth2/token")) {
                    var held = new ContentCachingResponseWrapper(answer);
                    chain.doFilter(request, held);
                    var body = ID_TOKEN.matcher(new String(held.getContentAsByteArray()))
                            .replaceFirst(found -> Matcher.quoteReplacement("\"id_token\":\"" + world.idToken.apply(found.group(1)) + "\""));
                    held.resetBuffer();
                    held.getWriter().write(body);
                    held.copyBodyToResponse();
                } else {
                    chain.doFilter(request, response);
                }
            };
            var registration = new FilterRegistrationBean<>(filter);
            registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
            return registration;
        }
    }
}
