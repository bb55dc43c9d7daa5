"""All that can be done on a request's page, by the last part of its address."""

from . import closing, contact, times, visits, work
from .action import RecordAction

ACTIONS: dict[str, RecordAction] = {
    action.name: action
    for action in (
        *(work.Claim(), work.Release(), work.Assign(), work.AskNurse(), work.FinishNurseReview()),
        *(times.OfferTimes(), times.BookVisit(), times.Accept(), times.Refuse(), times.Withdraw()),
        *(visits.CheckIn(), visits.UndoCheckIn(), visits.Complete(), visits.NoShow()),
        *(visits.CancelVisit(), visits.KeepVisit(), visits.RecordNumbers(), visits.SetJoinLink()),
        *(contact.LogContact(), contact.Ask(), contact.AddNote(), contact.Correct()),
        *(closing.Close(), closing.MarkDuplicate(), closing.Reopen(), closing.Waitlist(), closing.Resume()),
    )
}
