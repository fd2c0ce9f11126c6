package dev.holdfast.portal.web;

import dev.holdfast.catalogue.PersonName;
import dev.holdfast.catalogue.TeamName;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/** Teams and people. */
@Controller
class GroupPages {

    private final GroupSheets sheets;

    GroupPages(GroupSheets sheets) {
        this.sheets = sheets;
    }

    @GetMapping("/teams/{name}")
    String team(@ModelAttribute("frame") Frame frame, @PathVariable String name, Model model) {
        model.addAttribute("page", sheets.team(new TeamName(name), frame.time()));
        return "portal/group";
    }

    @GetMapping("/people/{name}")
    String person(@ModelAttribute("frame") Frame frame, @PathVariable String name, Model model) {
        model.addAttribute("page", sheets.person(new PersonName(name), frame.time()));
        return "portal/group";
    }
}
