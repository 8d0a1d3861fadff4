using System.Globalization;
using Integral.People.Calendars;
using Integral.Ui.TagHelpers;

namespace Integral.People.Pages.Admin.Calendar;

/// <summary>Which days of a year are worked.</summary>
[Authorize(PeopleModule.ViewCalendar)]
internal sealed class IndexModel(CalendarBook book, Current current, Texts texts) : PageModel
{
    [BindProperty(SupportsGet = true)] public int? Year { get; set; }

    public CalendarYear Calendar { get; private set; } = new(CalendarBook.FirstYear, [], []);
    public IReadOnlyDictionary<DateOnly, MonthDay> Days { get; private set; } = new Dictionary<DateOnly, MonthDay>();
    public string Week => string.Join(", ", Calendar.Week.Select(CultureInfo.CurrentCulture.DateTimeFormat.GetDayName));
    public bool MayManage => current.Can(PeopleModule.ManageCalendar);

    public async Task OnGetAsync()
    {
        Calendar = await book.YearAsync(Year);
        var said = Calendar.Days.ToDictionary(d => d.Day);
        var first = new DateOnly(Calendar.Year, 1, 1);
        Days = Enumerable.Range(0, first.AddYears(1).DayNumber - first.DayNumber).Select(first.AddDays)
            .Where(d => said.ContainsKey(d) || !Calendar.Week.Contains(d.DayOfWeek)).ToDictionary(d => d, d => Told(said.GetValueOrDefault(d)));
    }

    private MonthDay Told(CalendarRow? said) => said switch
    {
        null => new(Tone.Neutral, texts["Free"]),
        { IsWorked: true } => new(Tone.Good, $"{texts["Worked"]}, {said.Name}"),
        _ => new(Tone.Bad, $"{texts["Free"]}, {said.Name}"),
    };
}
