package dev.holdfast.paging;

import dev.holdfast.catalogue.Catalogue;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** What the tests of this module share: subjects in memory, and an organisation. */
@TestConfiguration(proxyBeanMethods = false)
class PagingTestBeans {

    @Bean
    @Primary
    KnownSubjects knownSubjects() {
        return new KnownSubjects();
    }

    @Bean
    SomeOrganisation someOrganisation(Catalogue catalogue) {
        return new SomeOrganisation(catalogue);
    }
}
