package dev.holdfast.portal.web;

/** What went wrong, in words, and what to do. */
public record ErrorPage(int status, String heading, String what, String next) {

    static ErrorPage of(int status) {
        return switch (status) {
            case 400 -> new ErrorPage(400, "That address cannot be read",
                    "Something in it is not what this page takes.", "Go back and choose again, or start from the list.");
            case 401 -> new ErrorPage(401, "You are not signed in",
                    "This page is for people of this organisation.", "Sign in; you come back here.");
            case 403 -> new ErrorPage(403, "This is not yours to do",
                    "Only the team that owns it, or an administrator, may do this. Nothing was changed.",
                    "Ask whoever it belongs to, or an administrator. If the page was open for long, load it again first.");
            case 404 -> new ErrorPage(404, "There is nothing here",
                    "Nothing of this name exists, or it is not yours to see.", "Look for it in the list of services or incidents.");
            case 405 -> new ErrorPage(405, "This address does not do that", "It takes another kind of request.", "Go back to the page and use its buttons.");
            case 409 -> new ErrorPage(409, "It has changed meanwhile",
                    "What you asked for no longer fits the state it is in. Nothing was changed.", "Load the page again and look at what is true now.");
            case 410 -> new ErrorPage(410, "This link has done its work",
                    "It was used, or it has expired, or what it was for is over.", "Sign in to see how things stand.");
            case 413 -> new ErrorPage(413, "That is too much at once", "The request is larger than this page takes.", "Send less of it.");
            case 422 -> new ErrorPage(422, "That does not fit",
                    "A rule stands against it. Nothing was changed.", "Go back: what you typed is still there.");
            case 429 -> new ErrorPage(429, "That was a moment ago",
                    "It was asked for again too soon. Nothing was done.", "Go back and look at what came of the first.");
            case 503 -> new ErrorPage(503, "Holdfast cannot reach its database",
                    "What you sent was not stored. Alerts are refused, not lost: their senders try again.", "Try again in a few seconds.");
            default -> new ErrorPage(status, "Holdfast failed at this",
                    "The fault is written in the server’s log with the time that stands above.", "Try again; if it stays, tell who runs Holdfast.");
        };
    }

    ErrorPage saying(String what) {
        return new ErrorPage(status, heading, what, next);
    }
}
