package dev.holdfast.portal.web.service;

import dev.holdfast.alerts.AlertFilter;
import dev.holdfast.alerts.Alerts;
import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.Service;
import dev.holdfast.operatingmodel.Selected;
import dev.holdfast.portal.web.Figures;
import dev.holdfast.portal.web.Shape;
import dev.holdfast.portal.web.Status;
import dev.holdfast.portal.web.Tone;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whether a service is described well enough to be run: each thing with what is known, or missing with where to add it. */
@Component
class Described {

    private static final Status THERE = new Status("there", Shape.CHECK, Tone.SAFE);
    private static final Status NOT_YET = new Status("not yet", Shape.RING, Tone.QUIET);
    private static final Status MISSING = new Status("missing", Shape.TRIANGLE, Tone.CAUTION);

    private final Alerts alerts;

    Described(Alerts alerts) {
        this.alerts = alerts;
    }

    static String words(List<ServicePage.Ready> ready) {
        var there = ready.stream().filter(it -> it.status().equals(THERE)).count();
        var open = ready.stream().filter(it -> it.status().shape() == Shape.TRIANGLE).count();
        return open == 0 ? there + " of " + ready.size() : there + " of " + ready.size() + ", " + open + " to do";
    }

    List<ServicePage.Ready> of(CatalogueView view, Service service, Selected selected, int gaps) {
        var edit = "/catalogue/services/" + service.name() + "/edit";
        var ready = new ArrayList<ServicePage.Ready>();
        var owner = view.ownerOf(service.name());
        ready.add(owner.map(team -> there("Owner", team.shown(), "/teams/" + team.name())).orElseGet(() -> missing("Owner", edit + "#owner")));
        ready.add(selected.missing().contains("exposurePerHour") ? missing("What an hour costs", edit + "#exposurePerHour") : there("What an hour costs", "known", null));
        ready.add(selected.missing().contains("demand") ? missing("Demand", edit + "#demand") : there("Demand", "known", null));
        ready.add(alerts(service));
        ready.add(!service.isLive() ? new ServicePage.Ready(NOT_YET, "Somebody on call", "not while it is not live", null, null) : gaps == 0 ? there("Somebody on call", "two weeks covered", "/on-call" + (service.owner() == null ? "" : "?team=" + service.owner()))
                : new ServicePage.Ready(MISSING, "Somebody on call", Figures.count(gaps, "gap") + " in two weeks", null, "/on-call" + (service.owner() == null ? "" : "?team=" + service.owner())));
        ready.add(service.dependsOn().isEmpty() ? missing("Dependencies", edit + "#dependsOn") : there("Dependencies", service.dependsOn().size() + " named", null));
        return ready;
    }

    private ServicePage.Ready alerts(Service service) {
        var heard = alerts.list(new AlertFilter(service.name().value(), null, null, null, null, false), null, 1);
        return heard.isEmpty()
                ? new ServicePage.Ready(MISSING, "Alerts", "none has arrived yet", null, "/catalogue")
                : there("Alerts", "they arrive", null);
    }

    private static ServicePage.Ready there(String what, String evidence, @Nullable String address) {
        return new ServicePage.Ready(THERE, what, evidence, address, null);
    }

    private static ServicePage.Ready missing(String what, String add) {
        return new ServicePage.Ready(MISSING, what, "missing", null, add);
    }
}
