package dev.holdfast.operatingmodel;

import java.util.Locale;

/** How often a service is to be deployed, as a colour: green at least weekly, red at most fortnightly. */
public enum TrafficLight {
    GREEN,
    AMBER,
    RED;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
