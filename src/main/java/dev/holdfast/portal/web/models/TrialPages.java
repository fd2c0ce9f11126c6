package dev.holdfast.portal.web.models;

import dev.holdfast.http.Fault;
import dev.holdfast.http.Unprocessable;
import dev.holdfast.operatingmodel.Caution;
import dev.holdfast.operatingmodel.Evaluations;
import dev.holdfast.operatingmodel.Outcome;
import dev.holdfast.operatingmodel.Policies;
import dev.holdfast.operatingmodel.Policy;
import dev.holdfast.portal.web.Choice;
import dev.holdfast.portal.web.FormFaults;
import dev.holdfast.portal.web.Frame;
import dev.holdfast.portal.web.ServiceWords;
import dev.holdfast.portal.web.models.ModelsPage.Step;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A service is tried: what an hour of it would cost and how much change is wanted, and what that would make of it. */
@Controller
class TrialPages {

    private final Evaluations evaluations;
    private final Policies policies;

    TrialPages(Evaluations evaluations, Policies policies) {
        this.evaluations = evaluations;
        this.policies = policies;
    }

    @GetMapping("/operating-models/evaluate")
    String trial(@ModelAttribute("frame") Frame frame, @RequestParam Map<String, String> asked, Model model) {
        var policy = policies.at(frame.time().now());
        try {
            var outcome = Optional.of(asked).filter(it -> it.containsKey("revenue")).map(it -> evaluations.evaluate(question(it)));
            var cautions = outcome.map(it -> it.cautions().stream().map(Caution::sentence).toList()).orElse(List.of());
            model.addAttribute("page", page(asked, policy, frame, FormFaults.NONE, outcome.map(it -> steps(it, policy)).orElse(List.of()), cautions));
        } catch (Unprocessable refused) {
            model.addAttribute("page", page(asked, policy, frame, faults(refused), List.of(), List.of()));
        }
        return "portal/trial";
    }

    private static TrialPage page(Map<String, String> asked, Policy policy, Frame frame, FormFaults faults, List<Step> steps, List<String> cautions) {
        var demands = policy.demandBands().stream()
                .map(band -> new Choice(band.name(), band.name() + ", " + ServiceWords.every(band), band.name().equals(asked.get("demand"))))
                .toList();
        var kinds = Stream.of("digital", "foundational").map(kind -> new Choice(kind, kind, kind.equals(asked.get("kind")))).toList();
        return new TrialPage(asked.getOrDefault("revenue", ""), asked.getOrDefault("cost", ""), demands, kinds, ModelWords.policy(policy, frame.time()),
                faults, steps, cautions);
    }

    private static ObjectNode question(Map<String, String> asked) {
        var question = JsonNodeFactory.instance.objectNode();
        var exposure = question.putObject("exposurePerHour");
        exposure.put("revenue", plain(asked, "revenue"));
        exposure.put("cost", plain(asked, "cost"));
        question.put("demand", asked.getOrDefault("demand", ""));
        question.put("kind", asked.getOrDefault("kind", ""));
        return question;
    }

    private static String plain(Map<String, String> asked, String field) {
        var typed = asked.getOrDefault(field, "").replaceAll("[,\\s$€£]", "");
        return typed.isEmpty() ? "0" : typed;
    }

    private static FormFaults faults(Unprocessable refused) {
        var inForm = refused.faults().stream()
                .map(fault -> Fault.at(fault.path().substring(fault.path().lastIndexOf('.') + 1), fault.code(), fault.message()))
                .toList();
        return FormFaults.of(new Unprocessable(inForm), Map.of());
    }

    private static List<Step> steps(Outcome outcome, Policy policy) {
        var band = policy.exposureBands().bands().stream().filter(each -> each.level().equals(outcome.level())).findFirst().orElseThrow();
        var target = outcome.deploymentTarget();
        return List.of(
                new Step("Availability target", Bands.range(policy, band), ModelWords.level(outcome.level()), ""),
                new Step("Tolerable unavailability", Tolerances.share(outcome.level()), Tolerances.clock(outcome.level()) + " a week", ""),
                new Step("Deployment target", ModelWords.light(outcome.trafficLight()), ServiceWords.every(target), ""),
                new Step("Operating model", "", outcome.operatingModel().title(), ModelWords.look(outcome.operatingModel())),
                new Step("Called in working hours", "", outcome.onCall().workingHours().word(), ""),
                new Step("Called out of hours", "", ModelWords.called(outcome.onCall().outOfHours()), ""));
    }
}
