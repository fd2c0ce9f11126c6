package dev.holdfast.portal.web;

import java.time.Duration;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.VersionResourceResolver;

/** Style sheets, scripts, faces and icons: each has the hash of its content in its address and is kept for a year. */
@Configuration
class Assets implements WebMvcConfigurer {

    private static final CacheControl KEPT = CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/css/**").addResourceLocations("classpath:/static/css/").setCacheControl(KEPT)
                .resourceChain(true).addResolver(byContent());
        registry.addResourceHandler("/js/**").addResourceLocations("classpath:/static/js/").setCacheControl(KEPT)
                .resourceChain(true).addResolver(byContent());
        registry.addResourceHandler("/fonts/**").addResourceLocations("classpath:/static/fonts/").setCacheControl(KEPT)
                .resourceChain(true).addResolver(byContent());
        registry.addResourceHandler("/*.svg").addResourceLocations("classpath:/static/").setCacheControl(KEPT)
                .resourceChain(true).addResolver(byContent());
    }

    private static VersionResourceResolver byContent() {
        return new VersionResourceResolver().addContentVersionStrategy("/**");
    }
}
