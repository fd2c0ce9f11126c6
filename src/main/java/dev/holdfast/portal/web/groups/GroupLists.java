package dev.holdfast.portal.web.groups;

import dev.holdfast.access.Viewer;
import dev.holdfast.portal.web.Downloads;
import dev.holdfast.portal.web.Frame;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The lists of teams, people, domains and third parties, each also as a file. */
@Controller
class GroupLists {

    private final TeamList teams;
    private final PersonList people;
    private final DomainList domains;
    private final ThirdPartyList thirdParties;

    GroupLists(TeamList teams, PersonList people, DomainList domains, ThirdPartyList thirdParties) {
        this.teams = teams;
        this.people = people;
        this.domains = domains;
        this.thirdParties = thirdParties;
    }

    @GetMapping("/{list:teams|people|domains|third-parties}")
    String list(
            @ModelAttribute("frame") Frame frame, Viewer viewer, @PathVariable String list, @RequestParam Map<String, String> asked, Model model) {
        var filter = ListFilter.of("/" + list, asked);
        model.addAttribute("page", switch (list) {
            case "teams" -> teams.page(filter, viewer, frame.time());
            case "people" -> people.page(filter, viewer, frame.time());
            case "domains" -> domains.page(filter, viewer, frame.time());
            default -> thirdParties.page(filter, viewer, frame.time());
        });
        return "portal/groups";
    }

    @GetMapping("/{list:teams|people|domains|third-parties}.csv")
    ResponseEntity<byte[]> csv(@ModelAttribute("frame") Frame frame, @PathVariable String list, @RequestParam Map<String, String> asked) {
        var filter = ListFilter.of("/" + list, asked);
        return Downloads.csv(list, switch (list) {
            case "teams" -> teams.csv(filter, frame.time());
            case "people" -> people.csv(filter, frame.time());
            case "domains" -> domains.csv(filter, frame.time());
            default -> thirdParties.csv(filter, frame.time());
        });
    }
}
