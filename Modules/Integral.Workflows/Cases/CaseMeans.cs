using Integral.Communication.Contracts;
using Integral.Platform.Calendars;
using Integral.Platform.Jobs;
using Integral.Platform.Live;
using Integral.Workflows.Activities;

namespace Integral.Workflows.Cases;

/// <summary>What every turn of every case needs.</summary>
internal sealed record CaseMeans(KnownActivities Activities, WorkingCalendars Calendars, Alarm Alarm, LiveNews News, INotices Notices, TimeProvider Clock);
