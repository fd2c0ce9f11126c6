package dev.holdfast.operatingmodel;

/** The on-call levels of a service, in working hours and out of hours. */
public record OnCall(OnCallLevel workingHours, OnCallLevel outOfHours) {

    static final OnCall BY_OPERATIONS = new OnCall(OnCallLevel.OPERATIONS, OnCallLevel.OPERATIONS);
    static final OnCall BY_TEAM = new OnCall(OnCallLevel.TEAM, OnCallLevel.TEAM);
}
