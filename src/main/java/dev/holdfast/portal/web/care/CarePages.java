package dev.holdfast.portal.web.care;

import dev.holdfast.catalogue.TeamName;
import dev.holdfast.fairness.Fairness;
import dev.holdfast.http.Csv;
import dev.holdfast.http.NotFound;
import dev.holdfast.portal.web.Downloads;
import dev.holdfast.portal.web.Frame;
import java.time.Duration;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** What lies ahead of who is on call, on a page; and how it was shared, for a spreadsheet. */
@Controller
class CarePages {

    private final ForecastSheet forecast;
    private final Fairness fairness;

    CarePages(ForecastSheet forecast, Fairness fairness) {
        this.forecast = forecast;
        this.fairness = fairness;
    }

    @GetMapping("/on-call/forecast")
    String forecast(
            @ModelAttribute("frame") Frame frame, @RequestParam(defaultValue = "") String team, @RequestParam(defaultValue = "") String schedule, Model model) {
        model.addAttribute("page", forecast.page(team.strip(), schedule.strip(), frame.time()));
        return "portal/forecast";
    }

    @GetMapping("/on-call/fairness.csv")
    ResponseEntity<byte[]> csv(@ModelAttribute("frame") Frame frame, @RequestParam String team) {
        if (team.isBlank()) throw new NotFound("There is no team without a name.");
        var now = frame.time().now();
        var csv = new Csv("person", "hours", "outOfHours", "nights", "nightsBroken", "weekends", "holidays", "callouts");
        fairness.ofTeam(new TeamName(team), now.minus(Duration.ofDays(84)), now).people().forEach(each -> csv.row(List.of(
                each.person(), each.onCall().toHours(), each.outOfHours().toHours(), each.nights(), each.nightsBroken(), each.weekends(), each.holidays(),
                each.callouts())));
        return Downloads.csv("fairness-" + team, csv);
    }
}
