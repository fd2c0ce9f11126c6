package dev.holdfast.portal.web.rota;

import dev.holdfast.portal.web.FormFaults;
import dev.holdfast.portal.web.Pair;
import dev.holdfast.portal.web.Status;
import java.util.List;

/** One swap: what is given for what, how far it has come, and what the reader may say to it. */
public record SwapPage(
        String heading,
        String lede,
        Status status,
        String schedule,
        String title,
        List<Pair> facts,
        List<String> warnings,
        SchedulePage.SwapLine line,
        FormFaults faults) {}
