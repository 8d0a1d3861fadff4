using Integral.Platform.Calendars;
using Integral.Workflows.Activities;

namespace Integral.Workflows.Cases;

/// <summary>What every turn of every case needs.</summary>
internal sealed record CaseMeans(KnownActivities Activities, WorkingCalendars Calendars, TimeProvider Clock);
