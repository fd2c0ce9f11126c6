package dev.holdfast.operatingmodel;

/** A demand for change by name, and how often it wants a deployment. */
public record DemandBand(String name, int everyDays) {

    static final int A_WEEK = 7;
    static final int A_FORTNIGHT = 14;

    public DemandBand {
        if (everyDays < 1) {
            throw new IllegalArgumentException("A deployment every " + everyDays + " days cannot be");
        }
    }

    /** The frequency's colour, which it has by itself (rule 4). */
    public TrafficLight trafficLight() {
        if (everyDays <= A_WEEK) {
            return TrafficLight.GREEN;
        }
        return everyDays >= A_FORTNIGHT ? TrafficLight.RED : TrafficLight.AMBER;
    }

    /** As ISO 8601: {@code P7D}. */
    public String every() {
        return "P" + everyDays + "D";
    }
}
