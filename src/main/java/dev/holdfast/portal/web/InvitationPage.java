package dev.holdfast.portal.web;

/** The page behind a one-time link: it makes an account. */
public record InvitationPage(
        String heading, String lede, String action, String account, boolean accountGiven, FormFaults faults) {}
