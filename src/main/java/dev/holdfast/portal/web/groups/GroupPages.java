package dev.holdfast.portal.web.groups;

import dev.holdfast.access.Viewer;
import dev.holdfast.catalogue.DomainName;
import dev.holdfast.catalogue.PersonName;
import dev.holdfast.catalogue.TeamName;
import dev.holdfast.http.NotFound;
import dev.holdfast.portal.web.FormFaults;
import dev.holdfast.portal.web.Frame;
import dev.holdfast.portal.web.care.CareSheet;
import dev.holdfast.portal.web.oncall.ProposedSheet;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/** Teams, people, domains and third parties, each on a page. */
@Controller
class GroupPages {

    private final TeamSheet teams;
    private final PersonSheet people;
    private final DomainSheet domains;
    private final ProposedSheet proposed;
    private final ThirdPartySheet thirdParties;
    private final CareSheet care;
    private final PreparingSheet preparing;

    GroupPages(
            TeamSheet teams, PersonSheet people, DomainSheet domains, ProposedSheet proposed, ThirdPartySheet thirdParties, CareSheet care,
            PreparingSheet preparing) {
        this.teams = teams;
        this.people = people;
        this.domains = domains;
        this.proposed = proposed;
        this.thirdParties = thirdParties;
        this.care = care;
        this.preparing = preparing;
    }

    @GetMapping("/teams/{name}")
    String team(@ModelAttribute("frame") Frame frame, Viewer viewer, @PathVariable String name, Model model) {
        model.addAttribute("page", teams.page(new TeamName(known(name)), viewer, frame.time()));
        model.addAttribute("care", care.ofTeam(new TeamName(name), frame.time()));
        model.addAttribute("joiners", preparing.joiners(new TeamName(name), frame.time()));
        return "portal/team";
    }

    @GetMapping("/people/{name}")
    String person(@ModelAttribute("frame") Frame frame, Viewer viewer, @PathVariable String name, Model model) {
        model.addAttribute("page", people.page(new PersonName(known(name)), viewer, FormFaults.NONE, frame.time()));
        model.addAttribute("preparing", preparing.of(new PersonName(name), frame.time()));
        return "portal/person";
    }

    @GetMapping("/domains/{name}")
    String domain(@ModelAttribute("frame") Frame frame, Viewer viewer, @PathVariable String name, Model model) {
        model.addAttribute("page", domains.page(new DomainName(known(name)), viewer, frame.time()));
        model.addAttribute("proposed", proposed.open(viewer, new DomainName(name), frame.time()));
        return "portal/domain";
    }

    @GetMapping("/third-parties/{name}")
    String thirdParty(@ModelAttribute("frame") Frame frame, Viewer viewer, @PathVariable String name, Model model) {
        model.addAttribute("page", thirdParties.page(name, viewer, frame.time()));
        return "portal/thirdParty";
    }

    private static String known(String name) {
        if (name.isBlank()) throw new NotFound("There is nothing without a name.");
        return name;
    }
}
