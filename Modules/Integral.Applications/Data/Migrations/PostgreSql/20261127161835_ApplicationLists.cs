using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Integral.Applications.Data.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class ApplicationLists : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "ListId",
                table: "applications",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Organisation",
                table: "applications",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "application_lists",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Sent = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Key = table.Column<string>(type: "character varying(22)", maxLength: 22, nullable: false),
                    ForId = table.Column<Guid>(type: "uuid", nullable: false),
                    ForTitle = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    Organisation = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Contact = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Email = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Phone = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    Consent = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    Culture = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    SentAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_application_lists", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_applications_ListId_Number",
                table: "applications",
                columns: new[] { "ListId", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_application_lists_Key",
                table: "application_lists",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_application_lists_Sent",
                table: "application_lists",
                column: "Sent",
                unique: true);

            migrationBuilder.AddForeignKey(
                name: "FK_applications_application_lists_ListId",
                table: "applications",
                column: "ListId",
                principalTable: "application_lists",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_applications_application_lists_ListId",
                table: "applications");

            migrationBuilder.DropTable(
                name: "application_lists");

            migrationBuilder.DropIndex(
                name: "IX_applications_ListId_Number",
                table: "applications");

            migrationBuilder.DropColumn(
                name: "ListId",
                table: "applications");

            migrationBuilder.DropColumn(
                name: "Organisation",
                table: "applications");
        }
    }
}
