package dev.holdfast.catalogue;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The parts that the catalogue itself owns. */
@Configuration(proxyBeanMethods = false)
class CatalogueParts {

    @Bean
    SpecPart<Organisation> organisationPart() {
        return OrganisationPart.IT;
    }

    @Bean
    SpecPart<LinkTemplates> linkTemplatesPart() {
        return LinkTemplatesPart.IT;
    }

    @Bean
    SpecPart<Person> personPart() {
        return PersonPart.IT;
    }

    @Bean
    SpecPart<Team> teamPart() {
        return TeamPart.IT;
    }

    @Bean
    SpecPart<Domain> domainPart() {
        return DomainPart.IT;
    }

    @Bean
    SpecPart<Service> servicePart() {
        return ServicePart.IT;
    }

    @Bean
    SpecPart<HolidayCalendar> holidayCalendarPart() {
        return HolidayCalendarPart.IT;
    }

    @Bean
    SpecPart<ThirdParty> thirdPartyPart() {
        return ThirdPartyPart.IT;
    }
}
