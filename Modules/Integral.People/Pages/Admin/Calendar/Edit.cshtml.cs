using System.Globalization;
using Integral.People.Calendars;
using Integral.Platform.Calendars;
using Integral.Ui;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Integral.People.Pages.Admin.Calendar;

/// <summary>Says which days of a year are worked.</summary>
[Authorize(PeopleModule.ManageCalendar)]
internal sealed class EditModel(CalendarBook book, OwnDays days, Flash flash) : PageModel
{
    [BindProperty(SupportsGet = true)] public int? Year { get; set; }
    [BindProperty] public CalendarForm Form { get; set; } = new();

    public CalendarYear Calendar { get; private set; } = new(CalendarBook.FirstYear, [], []);
    public IReadOnlyList<CalendarRow> Own => [.. Calendar.Days.Where(d => d.From is null)];
    public IEnumerable<SelectListItem> Weekdays =>
        CalendarBook.Weekdays.Select(d => new SelectListItem(CultureInfo.CurrentCulture.DateTimeFormat.GetDayName(d), $"{d}", Calendar.Week.Contains(d)));

    public async Task OnGetAsync() => Calendar = await book.YearAsync(Year);

    public async Task<IActionResult> OnPostAsync()
    {
        Calendar = await book.YearAsync(Year);
        if (!ModelState.IsValid) return Page();
        await days.PutAsync(Form.ToDays());
        return Saved(Form.From!.Value.Year);
    }

    public async Task<IActionResult> OnPostRemoveAsync(DateOnly day)
    {
        await days.RemoveAsync(day);
        return Saved(day.Year);
    }

    public async Task<IActionResult> OnPostWeekAsync(List<DayOfWeek> week)
    {
        Calendar = await book.YearAsync(Year);
        await days.WorkOnAsync(week);
        return Saved(Calendar.Year);
    }

    private RedirectToPageResult Saved(int year)
    {
        flash.Good(T.Say("Saved."));
        return RedirectToPage("Edit", new { year });
    }
}

internal sealed class CalendarForm
{
    [Display(Name = "First day"), DataType(DataType.Date), Required] public DateOnly? From { get; set; }
    [Display(Name = "Last day", Description = "Empty for one day."), DataType(DataType.Date)] public DateOnly? Until { get; set; }
    [Display(Name = "What day it is", Description = "A holiday, or why it is worked."), Required, StringLength(CalendarDay.LongestName)] public string Name { get; set; } = "";
    [Display(Name = "It is worked, as a Saturday that makes up for another day")] public bool IsWorked { get; set; }

    public SaidDays ToDays() => new(From!.Value, Until ?? From!.Value, IsWorked, Name);
}
