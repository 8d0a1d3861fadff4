using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Integral.Applications.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class AskedAndDecided : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "ToldVersion",
                table: "staff_listed",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "Answers",
                table: "applications",
                type: "TEXT",
                maxLength: 200000,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "ConsentVersion",
                table: "applications",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "DecidedAfter",
                table: "applications",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "DecidedOn",
                table: "applications",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "SentOn",
                table: "applications",
                type: "TEXT",
                nullable: false,
                defaultValue: new DateOnly(1, 1, 1));

            migrationBuilder.CreateTable(
                name: "application_drafts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Token = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    ForId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ForTitle = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 22, nullable: false),
                    Sent = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Body = table.Column<string>(type: "TEXT", maxLength: 200000, nullable: false),
                    SavedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_application_drafts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "application_files",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Sent = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Field = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    StoredName = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    MediaType = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Length = table.Column<long>(type: "INTEGER", nullable: false),
                    Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    AddedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_application_files", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "application_forms",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Of = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Said = table.Column<string>(type: "TEXT", maxLength: 200000, nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_application_forms", x => x.Id);
                });

            // Those that are there already: by the day in UTC, and by weeks of five working days.
            migrationBuilder.Sql("""
                UPDATE applications SET "SentOn" = substr("SentAt", 1, 10);

                UPDATE applications SET "DecidedOn" = (SELECT substr(min(e."At"), 1, 10) FROM application_events e WHERE e."ApplicationId" = applications."Id" AND e."Status" IN ('Waiting', 'Accepted', 'Enrolled', 'Refused'))
                WHERE "Status" NOT IN ('Sent', 'Asked');

                UPDATE applications SET "DecidedAfter" = max(0,
                    CAST(julianday("DecidedOn") - julianday('2000-12-31') AS INTEGER) / 7 * 5 + min(CAST(julianday("DecidedOn") - julianday('2000-12-31') AS INTEGER) % 7, 5)
                    - CAST(julianday("SentOn") - julianday('2000-12-31') AS INTEGER) / 7 * 5 - min(CAST(julianday("SentOn") - julianday('2000-12-31') AS INTEGER) % 7, 5))
                WHERE "DecidedOn" IS NOT NULL;
                """);

            migrationBuilder.CreateIndex(
                name: "IX_applications_DecidedOn_DecidedAfter",
                table: "applications",
                columns: new[] { "DecidedOn", "DecidedAfter" },
                filter: "\"DecidedOn\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_applications_SentOn_Status",
                table: "applications",
                columns: new[] { "SentOn", "Status" });

            migrationBuilder.CreateIndex(
                name: "IX_application_drafts_AccountId_SavedAt",
                table: "application_drafts",
                columns: new[] { "AccountId", "SavedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_application_drafts_Sent",
                table: "application_drafts",
                column: "Sent",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_application_drafts_Token",
                table: "application_drafts",
                column: "Token");

            migrationBuilder.CreateIndex(
                name: "IX_application_files_Sent",
                table: "application_files",
                column: "Sent");

            migrationBuilder.CreateIndex(
                name: "IX_application_files_StoredName",
                table: "application_files",
                column: "StoredName");

            migrationBuilder.CreateIndex(
                name: "IX_application_forms_Of",
                table: "application_forms",
                column: "Of",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "application_drafts");

            migrationBuilder.DropTable(
                name: "application_files");

            migrationBuilder.DropTable(
                name: "application_forms");

            migrationBuilder.DropIndex(
                name: "IX_applications_DecidedOn_DecidedAfter",
                table: "applications");

            migrationBuilder.DropIndex(
                name: "IX_applications_SentOn_Status",
                table: "applications");

            migrationBuilder.DropColumn(
                name: "ToldVersion",
                table: "staff_listed");

            migrationBuilder.DropColumn(
                name: "Answers",
                table: "applications");

            migrationBuilder.DropColumn(
                name: "ConsentVersion",
                table: "applications");

            migrationBuilder.DropColumn(
                name: "DecidedAfter",
                table: "applications");

            migrationBuilder.DropColumn(
                name: "DecidedOn",
                table: "applications");

            migrationBuilder.DropColumn(
                name: "SentOn",
                table: "applications");
        }
    }
}
